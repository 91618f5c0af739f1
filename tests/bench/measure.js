// Milliseconds of each of `calls`. A browser's clock is coarse, so a call is repeated until it can be read; the machine
// has other work, so the fastest of several rounds counts. What a call gives is kept, so that no engine leaves it out,
// and where that is a promise, its value is waited for.
let given;
const measure = async (calls) => {
  const enough = 1, rounds = 15, all = [];
  for (const call of calls) {
    const time = async (times) => {
      const start = performance.now();
      for (let i = 0; i < times; i++) {
        given = call();
        if (given instanceof Promise) given = await given;
      }
      return performance.now() - start;
    };
    let times = 1, best = Infinity;
    while ((await time(times)) < enough) times *= 4;
    for (let round = 0; round < rounds; round++) best = Math.min(best, (await time(times)) / times);
    all.push(best);
  }
  return all;
};
// What `act` makes of `value`, or of what it promises.
const then = (value, act) => (value instanceof Promise ? value.then(act) : act(value));
