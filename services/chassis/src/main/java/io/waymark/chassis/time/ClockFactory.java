package io.waymark.chassis.time;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/** Chooses the clock: the system's, or a demo's if a file is named. */
@Factory
final class ClockFactory {
  @Bean
  @Singleton
  Clock clock(
      @Property(name = "waymark.zone", defaultValue = "Asia/Shanghai") String zone,
      @Property(name = "waymark.clock.file", defaultValue = "") String file) {
    Clock system = Clock.system(ZoneId.of(zone));
    return file.isBlank() ? system : new FileClock(Path.of(file), system);
  }
}
