import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';

/**
 * The Google Cloud SDK's emulator jar names no main class, and firebase-tools starts a jar with `java -jar`. This writes
 * a jar that holds a manifest alone: the main class, and the SDK's jar as its class path.
 */
export function writeLauncherJar(file: string, emulatorJar: string): void {
  const manifest = manifestOf({
    'Manifest-Version': '1.0',
    'Main-Class': 'com.google.cloud.datastore.emulator.firestore.CloudFirestore',
    'Class-Path': pathToFileURL(emulatorJar).href,
  });
  mkdirSync(path.dirname(file), { recursive: true });
  // Several commands may write it at once, and a half-written jar must not be started.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, storedZip('META-INF/MANIFEST.MF', Buffer.from(manifest)));
  renameSync(draft, file);
}

/** Manifest lines hold at most 72 bytes; a longer one continues on the next after a space. */
export function manifestOf(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => {
    const line = `${name}: ${value}`;
    const rest = line.slice(70).match(/.{1,69}/g) ?? [];
    return [line.slice(0, 70), ...rest.map((part) => ` ${part}`)];
  });
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** A zip archive of one file, uncompressed. */
export function storedZip(name: string, content: Buffer): Buffer {
  const nameBytes = Buffer.from(name);
  // Fields that a file's own header and the directory at the end share: version, flags, method, time, date, sum, sizes.
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(10, 0);
  shared.writeUInt16LE(0x21, 8);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(content.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(nameBytes.length, 22);

  const file = Buffer.concat([signature(0x04034b50), shared, nameBytes, content]);
  const directory = Buffer.concat([signature(0x02014b50), Buffer.from([10, 0]), shared, Buffer.alloc(14), nameBytes]);

  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(file.length, 12);
  return Buffer.concat([file, directory, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
