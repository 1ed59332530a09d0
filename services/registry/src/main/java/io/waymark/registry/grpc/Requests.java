package io.waymark.registry.grpc;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.waymark.chassis.identity.Caller;
import io.waymark.registry.app.Submission;
import io.waymark.registry.domain.Actor;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.Requester;

/** What a call brings along besides its message. */
final class Requests {
  private Requests() {}

  static Requester requester() {
    Caller caller = Caller.current();
    return new Requester(
        new Actor(caller.name(), caller.person(), caller.bureauId(), caller.channel()),
        caller.has(Caller.REPORTER),
        caller.has(Caller.PLAN_OFFICE),
        caller.has(Caller.SIMULATION));
  }

  static Submission submission(ProjectCommand.Keyed command) {
    return new Submission(command, requester(), traceparent());
  }

  /** A batch has many causes, so each event keeps its own. */
  static String traceparent() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
        : "";
  }
}
