/**
 * What a registry knows and decides: bureaus, projects, reports, stops of the clock. Pure: commands
 * and states go in, events and replies come out; no clock, no framework, no protobuf.
 */
@NullMarked
package io.waymark.registry.domain;

import org.jspecify.annotations.NullMarked;
