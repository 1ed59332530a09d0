package io.waymark.chassis.grpc;

import io.waymark.chassis.health.HealthCheck;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether calls are taken yet: the management port opens a moment before the other. */
final class ServedHealth implements HealthCheck {
  private final BooleanSupplier served;

  ServedHealth(BooleanSupplier served) {
    this.served = served;
  }

  @Override
  public String name() {
    return "grpc";
  }

  @Override
  public Optional<String> problem() {
    return served.getAsBoolean() ? Optional.empty() : Optional.of("the port is not open yet");
  }
}
