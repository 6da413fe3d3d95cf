import { type Case, documented, guess } from '../case.ts'

const transport: Case[] = [
  documented('UnsupportedProtocol', 'PUT', { wire: { method: 'PUT' } }),
  documented('ok', 'application/json with a charset', { setup: { contentType: 'application/json; charset=utf-8' } }),
  guess('UnsupportedProtocol', 'another content type', { setup: { contentType: 'text/plain' } }),
  guess('UnsupportedProtocol', 'no content type', { wire: { headers: { 'content-type': null } } }),
  guess('InvalidParameter', 'a body that is not JSON', { setup: { body: '{"CheckMode":' } }),
  guess('InvalidParameter', 'a body that is JSON but no object', { setup: { body: '[1]' } }),
  documented('RequestSizeLimitExceeded', 'a body over 10 MB', {
    parameters: { CheckMode: 2, CompareImage: 'A'.repeat(10 * 1024 * 1024) },
  }),
  documented('ok', 'GET with a query', {
    parameters: { CheckMode: 1, NeedVerifyIdCard: true, Extra: 'a b&c=d' },
    setup: { method: 'GET' },
  }),
  documented('UnknownParameter', 'GET with an unknown parameter', {
    parameters: { Bogus: 1 },
    setup: { method: 'GET' },
  }),
  guess('InvalidParameter', 'GET with a word for a number', {
    parameters: { CheckMode: 'one' },
    setup: { method: 'GET' },
  }),
  documented('RequestSizeLimitExceeded', 'GET over 32 KB', {
    parameters: { Extra: 'x'.repeat(33 * 1024) },
    setup: { method: 'GET' },
  }),
]

const commonParameters: Case[] = [
  documented('MissingParameter', 'no action', { wire: { headers: { 'x-tc-action': null } } }),
  documented('MissingParameter', 'no version', { wire: { headers: { 'x-tc-version': null } } }),
  documented('MissingParameter', 'no region', { wire: { headers: { 'x-tc-region': null } } }),
  documented('InvalidAction', 'an action that there is not', { setup: { action: 'ApplySomethingElse' } }),
  documented('NoSuchVersion', 'a version that there is not', { setup: { version: '2017-03-12' } }),
  documented('UnsupportedRegion', 'a region that there is not', { setup: { region: 'ap-atlantis' } }),
  ...['ap-bangkok', 'ap-hongkong', 'ap-jakarta', 'ap-singapore', 'sa-saopaulo'].map((region) =>
    documented('ok', `the region ${region}`, { setup: { region } }),
  ),
  documented('UnknownParameter', 'a message in Chinese', {
    parameters: { Bogus: 1 },
    setup: { language: 'zh-CN' },
    message: /未知参数/,
  }),
  documented('UnknownParameter', 'a message in English', {
    parameters: { Bogus: 1 },
    setup: { language: 'en-US' },
    message: /^There is no such parameter/,
  }),
  guess('InvalidParameterValue', 'a language that there is not', { wire: { headers: { 'x-tc-language': 'de-DE' } } }),
]

const limit: Case[] = [
  documented('ok', 'the twentieth call in a second', { callsBefore: 19, emulator: stoppedClock() }),
  documented('RequestLimitExceeded', 'the twenty-first call in a second', {
    callsBefore: 20,
    emulator: stoppedClock(),
  }),
  guess('RequestLimitExceeded', 'the limit is told before a wrong parameter', {
    parameters: { Bogus: 1 },
    callsBefore: 20,
    emulator: stoppedClock(),
  }),
]

export const gatewayCases: Case[] = [...transport, ...commonParameters, ...limit]

/** All calls fall into one second, however long they take. */
function stoppedClock(): { clock: () => number } {
  const now = Date.now()
  return { clock: () => now }
}
