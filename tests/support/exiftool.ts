import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** exiftool (Debian's libimage-exiftool-perl) in a folder of its own. */
export interface Exiftool {
  /** The file with these tags written into it, each as `-TAG=VALUE`, and a thumbnail. */
  write(bytes: Uint8Array, tags: readonly string[], thumbnail: Uint8Array): Promise<Buffer>;
  /** For each file the names of the tags in it, unknown and repeated ones too; not what the disk says. */
  tagsOf(files: readonly Uint8Array[]): Promise<string[][]>;
  close(): Promise<void>;
}

export async function openExiftool(): Promise<Exiftool> {
  const directory = await mkdtemp(join(tmpdir(), "studio-exif-"));
  const run = promisify(execFile);
  const put = async (bytes: Uint8Array) => {
    const path = join(directory, randomBytes(6).toString("hex"));
    await writeFile(path, bytes);
    return path;
  };
  return {
    async write(bytes, tags, thumbnail) {
      const path = await put(bytes);
      const preview = `-ThumbnailImage<=${await put(thumbnail)}`;
      await run("exiftool", ["-q", "-q", "-m", "-overwrite_original", ...tags, preview, path]);
      return readFile(path);
    },
    async tagsOf(files) {
      const paths = await Promise.all(files.map(put));
      const options = ["-json", "-G0:1", "-a", "-u", "-ee", "-m"];
      const { stdout } = await run("exiftool", [...options, ...paths], { maxBuffer: 64 * 1024 * 1024 });
      const found = JSON.parse(stdout) as ({ SourceFile: string } & Record<string, unknown>)[];
      return paths.map((path) => {
        const tags = Object.keys(found.find(({ SourceFile }) => SourceFile === path)!);
        return tags.filter((tag) => !/^(SourceFile$|File:System:|ExifTool:|Composite:)/.test(tag));
      });
    },
    close: () => rm(directory, { recursive: true, force: true }),
  };
}
