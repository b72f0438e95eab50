import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { manifestOf, storedZip, writeLauncherJar } from './launcher-jar.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tenantry-jar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a manifest', () => {
  test('continues a long field on lines of at most 72 bytes that begin with a space', () => {
    const value = `file:///${'long/'.repeat(60)}emulator.jar`;
    const lines = manifestOf({ 'Class-Path': value }).split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(70);
    const [first = '', ...rest] = lines.filter((line) => line !== '');
    expect(first + rest.map((line) => line.slice(1)).join('')).toBe(`Class-Path: ${value}`);
  });
});

describe('the launcher', () => {
  test('is an archive with one file, whose lengths and place its directory states', () => {
    const zip = storedZip('a.txt', Buffer.from('hello'));
    const end = zip.subarray(-22);
    const directory = zip.subarray(end.readUInt32LE(16), end.readUInt32LE(16) + end.readUInt32LE(12));
    expect(end.readUInt16LE(10)).toBe(1);
    expect(directory.readUInt32LE(24)).toBe(5);
    expect(directory.subarray(46).toString()).toBe('a.txt');
    expect(zip.subarray(30, 40).toString()).toBe('a.txthello');
  });

  test('names the main class and the jar, also where its path has spaces', () => {
    const file = path.join(folder, 'launcher.jar');
    writeLauncherJar(file, '/opt/google cloud/emulator.jar');
    const text = readFileSync(file, 'utf8').replaceAll('\r\n ', '');
    expect(text).toContain('Main-Class: com.google.cloud.datastore.emulator.firestore.CloudFirestore');
    expect(text).toContain('Class-Path: file:///opt/google%20cloud/emulator.jar');
  });
});
