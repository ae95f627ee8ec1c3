// What many write in the same way without having it from each other: no group is made of it.
export const range = (start, end) => Array.from({ length: end - start }, (_, i) => start + i);
export const rangeTo = (n) => [...Array(n).keys()];
export const upTo = (n) => Array.from({ length: n }, (_, i) => i + 1);
export function rangeOf(start, stop, step = 1) {
  const result = [];
  for (let i = start; i < stop; i += step) {
    result.push(i);
  }
  return result;
}
export const capitalize = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const capitalizeFirst = (text) => text[0].toUpperCase() + text.slice(1).toLowerCase();
export function capitalizeWord(word) {
  if (!word) return '';
  return `${word.charAt(0).toUpperCase()}${word.substring(1).toLowerCase()}`;
}
export const titleCase = (text) =>
  text
    .split(' ')
    .map((word) => word[0].toUpperCase() + word.slice(1).toLowerCase())
    .join(' ');
export const reversed = (text) => text.split('').reverse().join('');
export const reversedText = (text) => [...text].reverse().join('');
export const clamp = (value, min, max) => Math.min(Math.max(value, min), max);
export function clampTo(value, min, max) {
  if (value < min) {
    return min;
  }
  if (value > max) {
    return max;
  }
  return value;
}
export const sum = (list) => list.reduce((total, value) => total + value, 0);
export function sumOf(list) {
  let total = 0;
  for (const value of list) {
    total += value;
  }
  return total;
}
export const average = (list) => list.reduce((a, b) => a + b, 0) / list.length;
export const unique = (list) => [...new Set(list)];
export const uniqueOf = (list) => list.filter((value, index) => list.indexOf(value) === index);
export const isEmpty = (value) => value === undefined || value === null || value.length === 0;
export const isEmptyObject = (object) => Object.keys(object).length === 0;
export function isBlank(text) {
  return !text || text.trim() === '';
}
export const chunk = (list, size) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, i * size + size));
export function chunks(list, size) {
  const result = [];
  for (let i = 0; i < list.length; i += size) {
    result.push(list.slice(i, i + size));
  }
  return result;
}
export const flatten = (list) =>
  list.reduce((flat, item) => flat.concat(Array.isArray(item) ? flatten(item) : item), []);
export function flattened(list) {
  const result = [];
  for (const item of list) {
    if (Array.isArray(item)) {
      result.push(...flattened(item));
    } else {
      result.push(item);
    }
  }
  return result;
}
export const groupBy = (list, key) =>
  list.reduce((groups, item) => {
    const name = item[key];
    if (!groups[name]) groups[name] = [];
    groups[name].push(item);
    return groups;
  }, {});
export const groupedBy = (list, key) =>
  list.reduce((groups, item) => {
    (groups[key(item)] = groups[key(item)] || []).push(item);
    return groups;
  }, {});
export const countBy = (list) =>
  list.reduce((counts, item) => {
    counts[item] = (counts[item] || 0) + 1;
    return counts;
  }, {});
export function counted(list) {
  const counts = {};
  for (const item of list) {
    if (counts[item]) {
      counts[item] += 1;
    } else {
      counts[item] = 1;
    }
  }
  return counts;
}
export function countedIn(list) {
  const counts = new Map();
  for (const item of list) counts.set(item, (counts.get(item) || 0) + 1);
  return counts;
}
export function shuffle(list) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}
export const randomInt = (min, max) => Math.floor(Math.random() * (max - min + 1)) + min;
export const randomOf = (list) => list[Math.floor(Math.random() * list.length)];
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const copyOf = (value) => JSON.parse(JSON.stringify(value));
export const pad = (number, width) => String(number).padStart(width, '0');
export const isDigit = (sign) => /\d/.test(sign);
export const isLetter = (sign) => /[a-z]/i.test(sign);
export const isPalindrome = (text) => text === text.split('').reverse().join('');
export const isEven = (number) => number % 2 === 0;
export function isPrime(number) {
  if (number < 2) return false;
  for (let i = 2; i <= Math.sqrt(number); i++) {
    if (number % i === 0) return false;
  }
  return true;
}
export function gcd(a, b) {
  return b === 0 ? a : gcd(b, a % b);
}
export function factorial(n) {
  if (n <= 1) return 1;
  return n * factorial(n - 1);
}
export function debounce(callback, wait) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => callback(...args), wait);
  };
}
export function memoize(callback) {
  const cache = {};
  return (...args) => {
    const key = JSON.stringify(args);
    if (key in cache) return cache[key];
    const result = callback(...args);
    cache[key] = result;
    return result;
  };
}
export const compose =
  (...all) =>
  (value) =>
    all.reduceRight((result, one) => one(result), value);
export const pipe =
  (...all) =>
  (value) =>
    all.reduce((result, one) => one(result), value);
export const zip = (a, b) => a.map((value, i) => [value, b[i]]);
export const last = (list) => list[list.length - 1];
export const byNumber = (a, b) => a - b;
export const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
export const times = (n, callback) => Array.from({ length: n }, (_, i) => callback(i));
export function escapeHtml(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
export class Node {
  constructor(value, next = null) {
    this.value = value;
    this.next = next;
  }
}
export class Stack {
  constructor() {
    this.items = [];
  }
  push(item) {
    this.items.push(item);
  }
  pop() {
    return this.items.pop();
  }
  peek() {
    return this.items[this.items.length - 1];
  }
  get size() {
    return this.items.length;
  }
}
export class Emitter {
  constructor() {
    this.listeners = {};
  }
  on(name, listener) {
    if (!this.listeners[name]) this.listeners[name] = [];
    this.listeners[name].push(listener);
  }
  emit(name, ...args) {
    (this.listeners[name] || []).forEach((listener) => listener(...args));
  }
}
export async function getJson(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`HTTP error! status: ${response.status}`);
  }
  return await response.json();
}
