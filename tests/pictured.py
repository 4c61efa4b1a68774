"""QR codes in pictures of pages, read as a phone reads them."""

from __future__ import annotations

import base64

import zxingcpp
from playwright.async_api import Browser

GREY = """async (png) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  let grey = "";
  for (let at = 0; at < data.length; at += 4)
    grey += String.fromCharCode((data[at] + data[at + 1] + data[at + 2]) / 3);
  return { width, height, grey: btoa(grey) };
}"""


async def codes_in(chromium: Browser, png: bytes) -> list[str]:
    """What the QR codes in the picture say; the browser itself turns the PNG into pixels."""
    page = await chromium.new_page()
    found = await page.evaluate(GREY, base64.b64encode(png).decode())
    await page.close()
    pixels = memoryview(base64.b64decode(found["grey"])).cast("B", (found["height"], found["width"]))
    return [code.text for code in zxingcpp.read_barcodes(pixels)]


DARK_OUTSIDE = """async ([png, margin]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  let dark = 0;
  for (const left of [0, image.width - margin]) {
    const { data } = context.getImageData(left, 0, margin, image.height);
    for (let at = 0; at < data.length; at += 4) if (data[at] < 200) dark += 1;
  }
  return dark;
}"""


async def dark_outside(chromium: Browser, png: bytes, margin: int) -> int:
    """How many dark pixels lie at the left and right edges, ``margin`` pixels wide."""
    page = await chromium.new_page()
    dark = await page.evaluate(DARK_OUTSIDE, [base64.b64encode(png).decode(), margin])
    await page.close()
    return int(dark)
