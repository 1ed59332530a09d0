package io.waymark.registry.domain;

import java.time.LocalDate;

/** A stand-in as a plan office wrote it, unchecked; absent texts are empty. */
public record DelegateDraft(
    String name, String email, String bureauId, String from, String until, String reason) {

  static DelegateDraft of(Delegate delegate) {
    return new DelegateDraft(
        delegate.name(),
        delegate.email(),
        delegate.bureauId(),
        delegate.from().toString(),
        delegate.until().map(LocalDate::toString).orElse(""),
        delegate.reason());
  }
}
