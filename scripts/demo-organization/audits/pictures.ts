import sharp from "sharp";

/** A drawn shop front (nobody's photo): what the demo's visits carry as evidence. */
function shopFront(variant: number): string {
  const awnings = ["#1d5c63", "#8a5a2b", "#5b4b8a"];
  const awning = awnings[variant % awnings.length];
  const stripes = Array.from(
    { length: 8 },
    (_, index) =>
      `<rect x="${200 + index * 150}" y="300" width="75" height="120" fill="${awning}"/><rect x="${275 + index * 150}" y="300" width="75" height="120" fill="#f4efe6"/>`,
  ).join("");
  const shelves = Array.from(
    { length: 3 },
    (_, row) =>
      `<rect x="260" y="${560 + row * 110}" width="${480 - variant * 60}" height="14" fill="#b08d57"/>` +
      Array.from(
        { length: 6 - variant },
        (_, index) =>
          `<rect x="${280 + index * 75}" y="${500 + row * 110}" width="44" height="60" rx="6" fill="hsl(${(row * 60 + index * 35 + variant * 90) % 360} 38% 62%)"/>`,
      ).join(""),
  ).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200" viewBox="0 0 1600 1200">
    <rect width="1600" height="1200" fill="#dfe8ea"/><rect y="960" width="1600" height="240" fill="#b9b4aa"/>
    <rect x="180" y="260" width="1240" height="700" fill="#efe7d8"/>${stripes}
    <rect x="230" y="470" width="560" height="430" fill="#fbfaf6" stroke="#6d6a63" stroke-width="10"/>${shelves}
    <rect x="900" y="470" width="300" height="490" fill="#41575b"/><circle cx="1165" cy="730" r="14" fill="#e8d9a8"/>
    <rect x="1240" y="520" width="140" height="90" fill="#fff"/><rect x="1255" y="545" width="110" height="10" fill="#888"/><rect x="1255" y="570" width="80" height="10" fill="#888"/>
  </svg>`;
}

/** JPEG as the product stores photos. */
export async function drawPhoto(
  variant: number,
): Promise<{ content: Buffer; width: number; height: number }> {
  const content = await sharp(Buffer.from(shopFront(variant)))
    .jpeg({ quality: 72 })
    .toBuffer();
  return { content, width: 1600, height: 1200 };
}
