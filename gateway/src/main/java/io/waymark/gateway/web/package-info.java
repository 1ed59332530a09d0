/** What is plain HTTP: the board's pages, security headers, routes to HTTP upstreams. */
@NullMarked
package io.waymark.gateway.web;

import org.jspecify.annotations.NullMarked;
