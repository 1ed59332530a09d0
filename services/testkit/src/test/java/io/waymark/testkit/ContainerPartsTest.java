package io.waymark.testkit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The subset that runs where Docker is: {@code mvn verify -Dinfra=containers -Dgroups=docker}. */
@Tag("docker")
@EnabledIfSystemProperty(
    named = Infrastructure.SETTING,
    matches = "containers",
    disabledReason = "containers were not asked for (-Dinfra=containers)")
class ContainerPartsTest extends RealPartsContract {
  ContainerPartsTest(Parts parts) {
    super(parts);
  }
}
