/** A search for the place in the reader's map: phones open their map program with it. */
export function mapHref(location: { name: string; address: string | null }): string {
  const query = location.address ? `${location.name}, ${location.address}` : location.name;
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`;
}
