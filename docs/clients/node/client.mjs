#!/usr/bin/env node
// Reports the progress of a department's projects to Waymark, and reads it back. A sample to copy: it shares no code
// with Waymark and reads its contracts from the .proto files alone.
//
//   node client.mjs report PLAN PROJECT AS_OF PERCENT [KEY]
//   node client.mjs correct PLAN PROJECT REPORT_ID AS_OF PERCENT [KEY]
//   node client.mjs list   PLAN PROJECT
//   node client.mjs stream PLAN FILE.csv            columns: key,project_id,as_of,percent
//
// WAYMARK_SERVER  host:port of the gateway (localhost:9090)
// WAYMARK_TOKEN   the department's bearer token
// WAYMARK_PROTO   folder with the contracts (../../../proto/src/main/proto)
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const HERE = dirname(fileURLToPath(import.meta.url));
const SERVER = process.env.WAYMARK_SERVER ?? 'localhost:9090';
const CONTRACTS = process.env.WAYMARK_PROTO ?? join(HERE, '../../../proto/src/main/proto');
const DEADLINE_MS = 15_000;
const MOST_PAUSE_MS = 10_000;

const definition = protoLoader.loadSync('waymark/registry/v1/registry.proto', {
  // googleapis holds the two files of Google's that the contracts import (google.api.http).
  includeDirs: [CONTRACTS, join(HERE, '../googleapis')],
  keepCase: true,
  longs: String,
  enums: String,
  oneofs: true,
});
const { RegistryService } = grpc.loadPackageDefinition(definition).waymark.registry.v1;

// In production use grpc.credentials.createSsl(): the token must not travel in the clear.
const registry = new RegistryService(SERVER, grpc.credentials.createInsecure());

function metadata() {
  const metadata = new grpc.Metadata();
  metadata.set('authorization', `Bearer ${process.env.WAYMARK_TOKEN ?? ''}`);
  return metadata;
}

/** One call with a deadline, as a promise. */
function call(method, request) {
  return new Promise((resolve, reject) => {
    const deadline = Date.now() + DEADLINE_MS;
    registry[method](request, metadata(), { deadline }, (error, reply) =>
      error ? reject(error) : resolve(reply));
  });
}

/** UNAVAILABLE and DEADLINE_EXCEEDED pass; the same key makes it safe to send again. */
function passes(error) {
  return error.code === grpc.status.UNAVAILABLE || error.code === grpc.status.DEADLINE_EXCEEDED;
}

async function withPatience(send) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!passes(error) || attempt === 8) throw error;
      await pause(Math.min(MOST_PAUSE_MS, 100 * 2 ** attempt) * (0.5 + Math.random() / 2));
    }
  }
}

/** A report that supersedes an earlier one; both stay on record. */
function correct(planId, projectId, reportId, asOf, percent, key = randomUUID()) {
  return report(planId, projectId, asOf, percent, key, reportId);
}

async function report(planId, projectId, asOf, percent, key = randomUUID(), corrects = '') {
  const request = {
    plan_id: planId,
    project_id: projectId,
    idempotency_key: key,
    as_of: asOf,
    percent_complete: Number(percent),
    corrects_report_id: corrects,
  };
  const reply = await withPatience(() => call('ReportProgress', request));
  console.log(`accepted ${key} ${reply.report_id}`);
}

async function list(planId, projectId) {
  const reply = await withPatience(() =>
    call('ListReports', { plan_id: planId, project_id: projectId }));
  for (const one of reply.reports) {
    const corrects = one.corrects_report_id ? ` corrects ${one.corrects_report_id}` : '';
    console.log(`${one.as_of} ${one.percent_complete ?? ''} ${one.report_id}${corrects}`);
  }
}

function readCsv(planId, file) {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => {
    const [key, projectId, asOf, percent] = line.split(',');
    return {
      plan_id: planId,
      project_id: projectId,
      idempotency_key: key,
      as_of: asOf,
      percent_complete: Number(percent),
    };
  });
}

/** One stream: resolves when all are answered, rejects when it breaks. Writes no faster than the other side takes. */
function sendOnce(reports, answered) {
  return new Promise((resolve, reject) => {
    const stream = registry.StreamProgress(metadata());
    stream.on('data', answered);
    stream.on('error', reject);
    stream.on('end', resolve);
    let next = 0;
    const write = () => {
      while (next < reports.length) {
        if (!stream.write({ report: reports[next++] })) {
          stream.once('drain', write);
          return;
        }
      }
      stream.end();
    };
    write();
  });
}

/** Sends all; after a break it sends what was not answered again, with the same keys. Nothing is recorded twice. */
async function stream(planId, file) {
  const open = new Map(readCsv(planId, file).map((one) => [one.idempotency_key, one]));
  let refused = 0;
  for (let attempt = 0; open.size > 0; attempt++) {
    try {
      await sendOnce([...open.values()], (answer) => {
        attempt = 0;
        const key = answer.idempotency_key;
        if (answer.outcome === 'accepted') {
          open.delete(key);
          console.log(`accepted ${key} ${answer.accepted.report_id}`);
        } else if (answer.refused.status !== 'UNAVAILABLE') {
          open.delete(key);
          refused++;
          console.log(`refused ${key} ${answer.refused.message}`);
        }
      });
    } catch (error) {
      if (!passes(error) && error.code !== grpc.status.CANCELLED) throw error;
      console.error(`the stream broke (${error.details}); ${open.size} left, sending them again`);
    }
    if (open.size > 0) {
      if (attempt === 8) throw new Error(`${open.size} reports could not be sent`);
      await pause(Math.min(MOST_PAUSE_MS, 100 * 2 ** attempt));
    }
  }
  process.exitCode = refused > 0 ? 1 : 0;
}

const [command, ...args] = process.argv.slice(2);
const commands = { report, correct, list, stream };
if (!commands[command] || args.length < 2) {
  console.error('usage: client.mjs report PLAN PROJECT AS_OF PERCENT [KEY] | correct PLAN PROJECT REPORT_ID AS_OF PERCENT [KEY] | list PLAN PROJECT | stream PLAN FILE.csv');
  process.exitCode = 2;
} else {
  try {
    await commands[command](...args);
  } catch (error) {
    console.error(`${grpc.status[error.code] ?? 'failed'}: ${error.details ?? error.message}`);
    process.exitCode = 1;
  }
}
registry.close();
