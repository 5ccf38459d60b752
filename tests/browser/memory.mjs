// What a page holds in memory: its script's objects, the Wasm's memory, nodes and listeners.

/** Lets the page reach the memory of the Wasm. */
export const exposeMemory = (page) =>
  page.addInitScript(() => {
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...all) => {
      const made = await instantiate.call(WebAssembly, ...all);
      window.memory = Object.values(made.instance.exports).find((value) => value instanceof WebAssembly.Memory);
      return made;
    };
  });

/** Gives what measures this page, after all that is no longer used is thrown away. */
export async function scales(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const { JSHeapUsedSize, Nodes, JSEventListeners } = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    const wasm = await page.evaluate(() => window.memory.buffer.byteLength);
    return { bytes: JSHeapUsedSize + wasm, nodes: Nodes, listeners: JSEventListeners };
  };
}
