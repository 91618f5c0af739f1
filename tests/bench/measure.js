// Milliseconds of each of `calls`. A browser's clock is coarse, so a call is repeated until it can be read; the machine
// has other work, so the fastest of several rounds counts.
const measure = (calls) => calls.map((call) => {
  const enough = 1, rounds = 5;
  const time = (times) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) call();
    return performance.now() - start;
  };
  let times = 1;
  while (time(times) < enough) times *= 4;
  return Math.min(...Array.from({ length: rounds }, () => time(times) / times));
});
