import { expect, test } from 'vitest'
import { repaired } from './repairs.ts'

/** UTF-8 read as Latin-1, as a careless middleman does. */
const spoiled = (text: string) => Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')

test('leaves a clean record as it is', () => {
  const record = { name: 'Үлгі', list: ['a', 1, null], flag: true }
  expect(repaired(record)).toEqual({ value: record, repairs: [] })
  expect(repaired(record).value).toBe(record)
})

test('strips control characters and says so', () => {
  const record = { name: `Үл${String.fromCharCode(0)}гі`, note: 'a\tb\n' }
  expect(repaired(record)).toEqual({ value: { name: 'Үлгі', note: 'a\tb\n' }, repairs: ['text.control-characters'] })
})

test('strips halves of pairs and says so, and spares whole ones', () => {
  const record = { name: 'Үл\ud83dгі', note: 'a\udc00', whole: '\ud83d\ude00' }
  expect(repaired(record)).toEqual({ value: { name: 'Үлгі', note: 'a', whole: '\ud83d\ude00' }, repairs: ['text.lone-surrogates'] })
})

test.each(['Үлгібаева', 'Қазақ тілі', 'Физика'])('reads back %s from Latin-1', (text) => {
  expect(repaired({ names: [spoiled(text)] })).toEqual({ value: { names: [text] }, repairs: ['text.mojibake'] })
})

test('reads back text from windows-1252', () => {
  // The bytes D0 92 as windows-1252 shows them, then the rest in Latin-1.
  expect(repaired('Ð’Ð¾Ð´Ð°').value).toBe('Вода')
})

test.each(['Ñandú', 'Ð', 'ÑÐ', 'Ðа', 'Übung'])('does not touch %s, which is no such thing', (text) => {
  expect(repaired({ text })).toEqual({ value: { text }, repairs: [] })
})

test.each([
  ['Ќазаќ ўлттыќ университеті', 'Қазақ ұлттық университеті'],
  ['ЇЛГІБАЕВА', 'ҮЛГІБАЕВА'],
])('puts back the Kazakh letters of %s', (sent, meant) => {
  expect(repaired({ name: sent })).toEqual({ value: { name: meant }, repairs: ['text.kz1048'] })
})

test.each(['Ў', 'Ћ', 'JEЅ'])('leaves %s alone, which stands beside no letter of a Kazakh word', (sent) => {
  expect(repaired({ name: sent })).toEqual({ value: { name: sent }, repairs: [] })
})

test.each(['Қазақша және Київ қаласы', 'ҚЎМА'])('leaves %s alone, which has Kazakh letters already', (text) => {
  expect(repaired({ text })).toEqual({ value: { text }, repairs: [] })
})

test('puts back every Kazakh letter of KZ-1048', () => {
  expect(repaired('аЌЈЄЅҐЎЇЋќјєѕґўїћ').value).toBe('аҚӘҒҢӨҰҮҺқәғңөұүһ')
})

test.each([
  ['a letter that no single byte stands for', 'Ð’Ж'],
  ['bytes that are no UTF-8', 'Ð’Ð¾Ð'],
])('does not decode %s', (_name, text) => {
  expect(repaired({ text }).value).toEqual({ text })
})

test('leaves what is no text as it is, in a record that needs a repair', () => {
  const control = String.fromCharCode(1)
  const record = { list: [`a${control}`, 1, null, true], empty: null, count: 7, deep: { text: `b${control}${control}` } }
  const value = { list: ['a', 1, null, true], empty: null, count: 7, deep: { text: 'b' } }
  expect(repaired(record)).toEqual({ value, repairs: ['text.control-characters'] })
})

test('names each repair once, in the order in which it was made', () => {
  const record = [`Ќаз${String.fromCharCode(2)}`, spoiled('Үлгі'), spoiled('Үлгі')]
  expect(repaired(record).repairs).toEqual(['text.kz1048', 'text.control-characters', 'text.mojibake'])
})
