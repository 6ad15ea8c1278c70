/**
 * The pairs of a little-endian gettext catalogue whose keys are numbers, as GeoNames ids are.
 * @source https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
 * @param {Buffer} mo
 * @returns {[string, string][]}
 */
export function readMo(mo) {
  const [count, keys, values] = [mo.readUInt32LE(8), mo.readUInt32LE(12), mo.readUInt32LE(16)];
  /** @param {number} at */
  const text = (at) =>
    mo.toString('utf8', mo.readUInt32LE(at + 4), mo.readUInt32LE(at + 4) + mo.readUInt32LE(at));
  return Array.from(
    { length: count },
    (_, i) => /** @type {[string, string]} */ ([text(keys + 8 * i), text(values + 8 * i)]),
  ).filter(([key]) => /^\d+$/.test(key));
}
