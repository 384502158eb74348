const { STRIPE_SECRET_KEY, PORT = 3000, MAILER: mailer } = process.env;
const folder = process.env.CACHE_FOLDER;
const host = process.env.PUBLIC_HOST;
const level = process.env.VERBOSITY || 'info';
const url = process.env['DATABASE_URL'];
