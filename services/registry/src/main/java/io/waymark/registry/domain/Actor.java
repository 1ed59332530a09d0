package io.waymark.registry.domain;

/**
 * Who issued a command, as read from the verified token; stored with every event.
 *
 * @param person true for a person, false for a system acting for a bureau
 * @param channel how the command arrived, for example "grpc", "rest", "cli", "demo"
 */
public record Actor(String name, boolean person, String bureauId, String channel) {}
