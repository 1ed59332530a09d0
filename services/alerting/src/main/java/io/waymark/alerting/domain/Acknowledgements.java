package io.waymark.alerting.domain;

/** Lets someone take an alert, in one transaction. */
@FunctionalInterface
public interface Acknowledgements {
  /**
   * Takes the alert.
   *
   * @param anyBureau whether the actor may act for every bureau
   * @throws io.waymark.chassis.failure.Failure if it is not the actor's to take, or over already
   */
  Alert acknowledge(String alertId, Actor actor, boolean anyBureau, String comment);
}
