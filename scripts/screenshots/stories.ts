import { rm } from 'node:fs/promises';
import {
  beginAlbum,
  keep,
  newPictures,
  over,
  photograph,
  photographOver,
  schemes,
} from '../../test/stories/screenshots.ts';
import { openStage } from '../../test/stories/stage.ts';

/** Begins the album of all stories anew: what they look like from now on, in light and in dark. */
export async function drawStories(): Promise<void> {
  const stage = await openStage();
  try {
    await beginAlbum(stage);
    for (const scheme of schemes) await keep(await photograph(stage, scheme), scheme);
    await rm(newPictures, { recursive: true, force: true });
  } finally {
    await stage.close();
  }
  for (const story of over) await drawOver(story);
}

async function drawOver(story: string): Promise<void> {
  const stage = await openStage(story);
  try {
    for (const scheme of schemes) await keep(await photographOver(stage, scheme), scheme);
  } finally {
    await stage.close();
  }
}
