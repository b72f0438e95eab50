import { createRequire } from 'node:module';
import { Client, credentials, Metadata, status as codes, type ServiceError } from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import { emulatorHost } from './rest.ts';

/**
 * Firestore's own interface, the one that its REST interface is translated to: the emulator asks itself over the network for
 * each request that comes by REST, which takes as long again.
 */
const descriptors: unknown = createRequire(import.meta.url)('@google-cloud/firestore-api/protos/protos.json');
const service = protobuf.Root.fromJSON(descriptors as protobuf.INamespace).lookupService(
  'google.firestore.v1.Firestore',
);
const client = new Client(emulatorHost, credentials.createInsecure(), {
  'grpc.max_receive_message_length': -1,
});

export type Rpc =
  | 'GetDocument'
  | 'ListDocuments'
  | 'ListCollectionIds'
  | 'BatchGetDocuments'
  | 'RunQuery'
  | 'RunAggregationQuery'
  | 'BeginTransaction'
  | 'Commit'
  | 'Rollback';

export type Json = { readonly [field: string]: unknown };

/** The name of the code, `OK` where it was done; the server's words if not; and what it sent, one message for each document of a stream. */
export type Answer = { readonly code: keyof typeof codes; readonly words: string; readonly messages: readonly Json[] };

const answerWithinMs = 20_000;

/** One request to the Firestore emulator, spelled as its REST interface spells it. Without a token it is anonymous. */
export function call(rpc: Rpc, request: Json, token: string | undefined): Promise<Answer> {
  const { path, encode, decode, streams } = methodOf(rpc);
  const metadata = new Metadata();
  if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
  const options = { deadline: Date.now() + answerWithinMs };
  return new Promise((resolve, reject) => {
    const messages: Json[] = [];
    const failed = ({ code, details }: ServiceError): void => {
      if (code === codes.DEADLINE_EXCEEDED || code === codes.UNAVAILABLE)
        reject(new Error(`${rpc} is not answered: ${details}`));
      else resolve({ code: codes[code] as keyof typeof codes, words: details, messages });
    };
    const done = (): void => resolve({ code: 'OK', words: '', messages });
    if (streams) {
      const stream = client.makeServerStreamRequest(path, encode, decode, request, metadata, options);
      stream.on('data', (message: Json) => messages.push(message));
      stream.on('error', failed);
      stream.on('end', done);
    } else {
      client.makeUnaryRequest(path, encode, decode, request, metadata, options, (error, message) => {
        if (error) return failed(error);
        if (message) messages.push(message);
        done();
      });
    }
  });
}

type Method = {
  readonly path: string;
  readonly encode: (request: Json) => Buffer;
  readonly decode: (bytes: Buffer) => Json;
  readonly streams: boolean;
};
const methods = new Map<Rpc, Method>();

function methodOf(rpc: Rpc): Method {
  const known = methods.get(rpc);
  if (known) return known;
  const method = service.methods[rpc];
  method?.resolve();
  const { resolvedRequestType: request, resolvedResponseType: response } = method ?? {};
  if (!method || !request || !response) throw new Error(`Firestore has no method ${rpc}.`);
  const found: Method = {
    path: `/google.firestore.v1.Firestore/${rpc}`,
    encode: (json) => Buffer.from(request.encode(request.fromObject(spelledOut(request, json) as Json)).finish()),
    decode: (bytes) => response.toObject(response.decode(bytes), { longs: String, enums: String, bytes: String }),
    streams: method.responseStream === true,
  };
  methods.set(rpc, found);
  return found;
}

/**
 * A message in the words of protobufjs, from those of JSON, which spells moments, nothing and a number that may be missing
 * shorter. Throws for a field that there is none of, as the REST interface refuses it: protobufjs leaves it out.
 */
function spelledOut(type: protobuf.Type, json: unknown): unknown {
  if (type.fullName === '.google.protobuf.Timestamp') return timestampOf(String(json));
  if (type.fullName === '.google.protobuf.Int32Value') return { value: json };
  return mapped(json, (value, name) => {
    const field = type.fields[name];
    if (!field) throw new Error(`${type.name} has no field ${name}.`);
    const { resolvedType, repeated, map } = field.resolve();
    if (resolvedType instanceof protobuf.Enum) return value ?? 'NULL_VALUE';
    if (!(resolvedType instanceof protobuf.Type)) return value;
    if (map) return mapped(value, (each) => spelledOut(resolvedType, each));
    return repeated
      ? (value as unknown[]).map((each) => spelledOut(resolvedType, each))
      : spelledOut(resolvedType, value);
  });
}

function mapped(json: unknown, spell: (value: unknown, name: string) => unknown): Json {
  return Object.fromEntries(Object.entries(json as Json).map(([name, value]) => [name, spell(value, name)]));
}

type Timestamp = { readonly seconds?: string | number; readonly nanos?: number };

function timestampOf(iso: string): Timestamp {
  const [, fraction = ''] = /\.(\d+)Z$/.exec(iso) ?? [];
  return { seconds: Math.floor(Date.parse(iso) / 1_000), nanos: Number(fraction.padEnd(9, '0')) };
}

/** A moment that a message names, as its REST interface spells it. */
export function isoOf({ seconds = 0, nanos = 0 }: Timestamp): string {
  const second = new Date(Number(seconds) * 1_000).toISOString().slice(0, 19);
  return `${second}.${String(nanos).padStart(9, '0')}Z`;
}
