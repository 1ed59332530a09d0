package io.waymark.gateway.grpc;

import io.grpc.ManagedChannel;

/** One service behind the gateway: its name as people say it, and the channel to it. */
public record Upstream(String name, ManagedChannel channel) {}
