module.exports = { key: process.env.PAYMENT_API_KEY, secret: process.env.COOKIE_SECRET };
