export const id = 911;
export const ids = [911];
export const modules = {

/***/ 911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tunnelAgent: () => (/* binding */ tunnelAgent)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8973);
// Connections through an HTTP proxy: a tunnel for https, the whole URL for http. Loaded only where a proxy is set.




function tunnelAgent(proxy, target, trust) {
    return target.protocol === 'https:' ? throughTunnel(proxy, target, trust) : byWholeUrl(proxy);
}
function throughTunnel(proxy, target, trust) {
    const agent = new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ keepAlive: false });
    const place = `${target.hostname}:${target.port || 443}`;
    // Node asks the agent for a socket; a tunnel is one that a CONNECT request gave.
    agent.createConnection = ((_options, ready) => {
        const start = proxy.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
        const connect = start({
            ...proxyAddress(proxy),
            method: 'CONNECT',
            path: place,
            agent: false,
            headers: { host: place, ...proxyAuthorization(proxy) },
        });
        connect.on('connect', (answer, socket) => {
            if (answer.statusCode !== 200) {
                socket.destroy();
                ready(proxyError(`the proxy ${proxy.host} refused ${place} (HTTP ${answer.statusCode})`));
                return;
            }
            const secured = node_tls__WEBPACK_IMPORTED_MODULE_2__.connect({
                socket,
                servername: target.hostname,
                ALPNProtocols: ['http/1.1'],
                ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_3__/* .tlsOptions */ .Y)(trust),
            });
            secured.once('secureConnect', () => ready(null, secured));
            secured.once('error', (error) => ready(error));
        });
        connect.on('error', (error) => ready(proxyError(`the proxy ${proxy.host} gives no connection: ${error.message}`)));
        connect.end();
        return undefined;
    });
    return agent;
}
function byWholeUrl(proxy) {
    const agent = new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: false });
    const add = Reflect.get(agent, 'addRequest');
    Reflect.set(agent, 'addRequest', (message, options) => {
        message.path = `http://${options.host}:${options.port || 80}${message.path}`;
        for (const [name, value] of Object.entries(proxyAuthorization(proxy)))
            message.setHeader(name, value);
        add.call(agent, message, { ...options, ...proxyAddress(proxy) });
    });
    return agent;
}
function proxyAddress(proxy) {
    return {
        host: proxy.hostname.replace(/^\[|\]$/g, ''),
        port: Number(proxy.port) || (proxy.protocol === 'https:' ? 443 : 80),
    };
}
function proxyAuthorization(proxy) {
    if (proxy.username === '')
        return {};
    const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
function proxyError(message) {
    return Object.assign(new Error(message), { code: 'TRANSSHIP_PROXY' });
}


/***/ })

};
