package io.waymark.registry.app;

import io.waymark.registry.domain.CommandKey;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.Requester;

/**
 * A command and who issues it.
 *
 * @param traceparent W3C trace context of the request; empty if it has none
 */
public record Submission(ProjectCommand.Keyed command, Requester caller, String traceparent) {
  CommandKey key() {
    return new CommandKey(caller.actor().bureauId(), command.idempotencyKey());
  }
}
