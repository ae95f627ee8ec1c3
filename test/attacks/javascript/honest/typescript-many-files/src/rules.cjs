exports.isAge = (text) => /^\d{1,3}$/.test(text) && Number(text) <= 150;
