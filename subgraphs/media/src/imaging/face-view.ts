import type { Box } from "./face-box.js";

/** How much of a headshot's height the head takes, and how much room is above it. */
const HEAD_SHARE = 0.6;
const ROOM_ABOVE = 0.12;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The part of a picture, in fractions of its sides, that a headshot of `wanted`'s proportions shows around `head`.
 * It never leaves the picture: a head at the edge is off the middle rather than beside a made-up border.
 */
export function faceView(head: Box, picture: Size, wanted: Size): Box {
  const aspect = wanted.width / wanted.height;
  const headHeight = head.height * picture.height;
  const headWidth = head.width * picture.width;
  const ideal = Math.max(headHeight / HEAD_SHARE, headWidth / HEAD_SHARE / aspect);
  const height = Math.min(ideal, picture.height, picture.width / aspect);
  const width = height * aspect;
  const centre = (head.left + head.width / 2) * picture.width;
  const left = within(centre - width / 2, picture.width - width);
  const top = within(head.top * picture.height - ROOM_ABOVE * height, picture.height - height);
  return {
    left: left / picture.width,
    top: top / picture.height,
    width: width / picture.width,
    height: height / picture.height,
  };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
