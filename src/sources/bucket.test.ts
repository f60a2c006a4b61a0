import { expect, test } from 'vitest'
import { createBucket } from './bucket.ts'

function bucketAt(perSecond: number, burst: number) {
  const time = { now: 5000 }
  return { time, bucket: createBucket(perSecond, burst, () => time.now) }
}

test('lets so many go at one moment, and the next ones as time comes', () => {
  const { time, bucket } = bucketAt(10, 3)
  for (let count = 0; count < 3; count++) {
    expect(bucket.waitMs()).toBe(0)
    bucket.take()
  }
  expect(bucket.waitMs()).toBe(100)
  time.now += 60
  expect(bucket.waitMs()).toBe(40)
  time.now += 40
  expect(bucket.waitMs()).toBe(0)
})

test('gives each of those who wait a turn of its own', () => {
  const { bucket } = bucketAt(10, 1)
  const waits = Array.from({ length: 4 }, () => {
    const wait = bucket.waitMs()
    bucket.take()
    return wait
  })
  expect(waits).toEqual([0, 100, 200, 300])
})

test('is full again after a rest, and no fuller', () => {
  const { time, bucket } = bucketAt(10, 2)
  for (let count = 0; count < 5; count++) bucket.take()
  time.now += 60_000
  for (const wait of [0, 0, 100]) {
    expect(bucket.waitMs()).toBe(wait)
    bucket.take()
  }
})
