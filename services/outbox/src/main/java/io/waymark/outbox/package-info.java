/**
 * The transactional outbox, its relay to Kafka, and the consumer loop with its inbox. Knows bytes,
 * keys and types; no domain types.
 *
 * <p>Together they give an exactly-once effect: an event is published if and only if its
 * transaction committed, at least once; and a repeat is dropped in the transaction that handles it.
 */
@NullMarked
package io.waymark.outbox;

import org.jspecify.annotations.NullMarked;
