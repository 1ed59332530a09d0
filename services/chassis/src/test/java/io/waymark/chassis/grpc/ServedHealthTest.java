package io.waymark.chassis.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.chassis.health.HealthCheck;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ServedHealthTest {
  @Test
  void aServiceIsNotReadyBeforeItTakesCalls() {
    AtomicBoolean open = new AtomicBoolean();
    HealthCheck served = new ServedHealth(open::get);
    assertThat(served.problem()).contains("the port is not open yet");
    assertThat(served.essential()).isTrue();
    open.set(true);
    assertThat(served.problem()).isEmpty();
  }
}
