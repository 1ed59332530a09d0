package io.waymark.alerting.mail;

import io.waymark.alerting.domain.SampleMails;
import io.waymark.chassis.health.HealthCheck;
import java.util.List;
import java.util.Optional;

/** Whether the customer's templates can be used; while one cannot, the one that ships is. */
public final class TemplateHealth implements HealthCheck {
  private final SampleMails mails;

  public TemplateHealth(SampleMails mails) {
    this.mails = mails;
  }

  @Override
  public String name() {
    return "templates";
  }

  @Override
  public boolean essential() {
    return false;
  }

  @Override
  public Optional<String> problem() {
    List<String> faults = mails.templateFaults();
    return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
  }
}
