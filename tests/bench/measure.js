// Milliseconds of each of `calls`. A browser's clock is coarse, so a call is repeated until it can be read; the machine
// has other work, so the fastest of several rounds counts. What a call gives is kept, so that no engine leaves it out.
let given;
const measure = (calls) => calls.map((call) => {
  const enough = 1, rounds = 15;
  const time = (times) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) given = call();
    return performance.now() - start;
  };
  let times = 1;
  while (time(times) < enough) times *= 4;
  return Math.min(...Array.from({ length: rounds }, () => time(times) / times));
});
