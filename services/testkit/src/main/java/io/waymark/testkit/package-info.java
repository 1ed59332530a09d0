/**
 * Test scope only: PostgreSQL, Kafka and SMTP as containers or embedded, and a clock that is set by
 * hand.
 */
@NullMarked
package io.waymark.testkit;

import org.jspecify.annotations.NullMarked;
