/** One visit to the car park, which knows what it costs. */
class Stay {
  constructor({ plate, minutes, resident }) {
    this.plate = plate;
    this.minutes = minutes;
    this.share = resident ? 0.5 : 1;
  }

  get fee() {
    return feeFor(this.minutes) * this.share;
  }
}

export function feeFor(minutes) {
  if (typeof minutes !== 'number' || minutes % 1 !== 0) throw new RangeError('whole minutes, please');
  if (minutes < 0) throw new RangeError('nobody leaves before they came');
  let fee = 0;
  if (minutes > 15) {
    for (let begun = 0; begun < minutes; begun += 30) fee += 80;
  }
  return fee > 960 ? 960 : fee;
}

export function billsFor(stays) {
  const visits = stays.map((stay) => new Stay(stay));
  const plates = [...new Set(visits.map(({ plate }) => plate))].sort();
  return plates.map((plate) => {
    let fee = 0;
    for (const visit of visits) if (visit.plate === plate) fee += visit.fee;
    return { plate, fee };
  });
}

export function longestStay(stays) {
  let found = null;
  let most = -1;
  for (const { plate, minutes } of stays) {
    // Of several that stayed as long, the last one.
    if (minutes >= most) {
      found = plate;
      most = minutes;
    }
  }
  return found;
}
