package io.waymark.cli.evaluate;

import io.waymark.cli.client.Connection.Services;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.AlertStatus;
import io.waymark.proto.alerting.v1.AlertTransition;
import io.waymark.proto.alerting.v1.GetAlertRequest;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.proto.alerting.v1.ListAlertsResponse;
import io.waymark.proto.indicator.v1.AlertFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** When alerts were raised, and when they were first taken or over. */
final class AlertFacts {
  private final Services services;
  private final Window window;

  AlertFacts(Services services, Window window) {
    this.services = services;
    this.window = window;
  }

  /** Of the alerts that were raised within the window, as they were known. */
  List<AlertFact> of(String planId, LongConsumer done) {
    List<AlertFact> facts = new ArrayList<>();
    long asked = 0;
    for (Alert alert : listed(planId)) {
      LocalDate opened = window.day(alert.getOpenedAt());
      if (window.contains(opened) && window.known(alert.getOpenedAt())) {
        facts.add(fact(alert, opened));
        done.accept(++asked);
      }
    }
    return facts;
  }

  private List<Alert> listed(String planId) {
    List<Alert> all = new ArrayList<>();
    String token = "";
    do {
      ListAlertsResponse page =
          services
              .alerting()
              .listAlerts(
                  ListAlertsRequest.newBuilder()
                      .setPlanId(planId)
                      .setIncludeResolved(true)
                      .setPageToken(token)
                      .build());
      all.addAll(page.getAlertsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return all;
  }

  private AlertFact fact(Alert alert, LocalDate opened) {
    AlertFact.Builder fact =
        AlertFact.newBuilder()
            .setAlertId(alert.getAlertId())
            .setKind(alert.getKind())
            .setSubjectId(alert.getSubjectId())
            .setLeadBureauId(alert.getLeadBureauId())
            .setOpenedOn(opened.toString());
    if (alert.getStatus() != AlertStatus.ALERT_STATUS_OPEN) {
      handled(alert.getAlertId()).ifPresent(day -> fact.setHandledOn(day.toString()));
    }
    return fact.build();
  }

  /** The day on which it was open no longer, whether taken, mended or over. */
  private Optional<LocalDate> handled(String alertId) {
    Alert alert =
        services
            .alerting()
            .getAlert(GetAlertRequest.newBuilder().setAlertId(alertId).build())
            .getAlert();
    return alert.getHistoryList().stream()
        .filter(step -> step.getStatus() != AlertStatus.ALERT_STATUS_OPEN)
        .map(AlertTransition::getAt)
        .filter(window::known)
        .map(window::day)
        .findFirst();
  }
}
