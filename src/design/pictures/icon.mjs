/** The mark in a browser's tab: a ring of cities around a shared table. */
export const name = 'icon.svg';
const dots = Array.from({ length: 8 }, (_, i) => {
  const angle = (i / 8) * 2 * Math.PI;
  return `<circle cx="${(16 + 10 * Math.cos(angle)).toFixed(1)}" cy="${(16 + 10 * Math.sin(angle)).toFixed(1)}" r="2.6"/>`;
});
export const contents = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b4f54"/><g fill="#fbf7ef">${dots.join('')}<circle cx="16" cy="16" r="3.4"/></g></svg>`;
