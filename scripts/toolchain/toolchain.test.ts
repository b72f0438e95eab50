import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findCloudSdkJar } from './emulator-jar.js';
import { findJava, parseJavaVersion } from './java.js';
import { missingIn } from './toolchain.js';

const folder = mkdtempSync(path.join(tmpdir(), 'tenantry-tools-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function executable(file: string, script: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

function javaIn(home: string, version: string): string {
  executable(path.join(home, 'bin/java'), `echo 'openjdk version "${version}" 2026-01-20' >&2`);
  return home;
}

describe('the version that java prints', () => {
  test.each([
    ['openjdk version "21.0.2" 2024-01-16', 21],
    ['openjdk version "25" 2025-09-16', 25],
    ['java version "1.8.0_392"', 8],
    ['openjdk version "17-ea" 2021-09-14', 17],
    ['Error: could not find libjava.so', undefined],
  ])('%s is %s', (printed, major) => {
    expect(parseJavaVersion(printed)).toBe(major);
  });
});

describe('Java', () => {
  const shelf = path.join(folder, 'jvm');
  const old = javaIn(path.join(shelf, 'java-17'), '17.0.9');
  const fine = javaIn(path.join(shelf, 'temurin-21'), '21.0.2');

  test('is taken from the usual folders although PATH and JAVA_HOME hold one that is too old', () => {
    const env = { PATH: path.join(old, 'bin'), JAVA_HOME: old };
    expect(findJava(env, [shelf]).found).toEqual({ home: fine, version: 21 });
    expect(findJava(env, []).found).toBeUndefined();
    expect(findJava(env, []).tooOld).toEqual({ home: old, version: 17 });
  });

  test('is found by PATH alone and by JAVA_HOME alone', () => {
    expect(findJava({ PATH: path.join(fine, 'bin') }, []).found?.home).toBe(fine);
    expect(findJava({ JAVA_HOME: fine }, []).found?.home).toBe(fine);
  });

  test('is missing where nothing is', () => {
    expect(findJava({}, [path.join(folder, 'nowhere')])).toEqual({});
  });
});

describe('the jar of the Google Cloud SDK', () => {
  const sdk = path.join(folder, 'sdk');
  const jar = path.join(sdk, 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar');
  executable(path.join(sdk, 'bin/gcloud'), 'true');
  mkdirSync(path.dirname(jar), { recursive: true });
  writeFileSync(jar, '');

  test('is found beside gcloud and, where PATH has none, in the usual folders', () => {
    expect(findCloudSdkJar({ PATH: path.join(sdk, 'bin') }, [])).toBe(jar);
    expect(findCloudSdkJar({}, [sdk])).toBe(jar);
    expect(findCloudSdkJar({}, [])).toBeUndefined();
  });
});

describe('what is missing', () => {
  test('is named in one line each, with what to install', () => {
    const [java = '', jar = '', ...more] = missingIn({ java: {}, jar: undefined });
    expect(java).toMatch(/Java 21 .*no Java is here.*openjdk-21.*adoptium/);
    expect(jar).toMatch(/connect to the internet once.*cloud-firestore-emulator/);
    expect(`${java}${jar}`).not.toContain('\n');
    expect(more).toEqual([]);
  });

  test('says which Java there is when it is too old', () => {
    const [java] = missingIn({ java: { tooOld: { home: '/usr', version: 17 } }, jar: { from: 'cache' } });
    expect(java).toContain('only Java 17 is here');
  });
});
