/** A real PostgreSQL, a real Kafka broker and an SMTP sink, started from Maven artifacts. */
@NullMarked
package io.waymark.embedded;

import org.jspecify.annotations.NullMarked;
