package io.waymark.registry.app;

import io.waymark.registry.domain.CommandKey;
import io.waymark.registry.domain.Reply;

/**
 * What was answered to a key.
 *
 * @param fingerprint of the request that the key came with
 */
public record StoredReply(CommandKey key, String fingerprint, Reply reply) {}
