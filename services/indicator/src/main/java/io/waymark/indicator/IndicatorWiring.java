package io.waymark.indicator;

import io.grpc.BindableService;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.chassis.database.Database;
import io.waymark.chassis.grpc.GrpcServices;
import io.waymark.chassis.kafka.Consumers;
import io.waymark.indicator.commands.ObservationRecording;
import io.waymark.indicator.commands.PlanImport;
import io.waymark.indicator.commands.SnapshotFreezing;
import io.waymark.indicator.commands.TargetRevision;
import io.waymark.indicator.grpc.EvaluationGrpcService;
import io.waymark.indicator.grpc.FigureReportingGrpcService;
import io.waymark.indicator.grpc.IndicatorGrpcService;
import io.waymark.indicator.kafka.RegistryEvents;
import io.waymark.indicator.postgres.FigureDutyRows;
import io.waymark.indicator.postgres.Rejudger;
import io.waymark.indicator.postgres.RulebookStore;
import io.waymark.indicator.postgres.SnapshotVerifier;
import io.waymark.indicator.postgres.Snapshots;
import io.waymark.indicator.postgres.Verdicts;
import io.waymark.outbox.PostgresOutbox;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Puts the service together. */
@Factory
final class IndicatorWiring {
  @Bean
  @Singleton
  Verdicts verdicts(PostgresOutbox outbox, Clock clock, PrometheusRegistry registry) {
    return new Verdicts(outbox, clock.getZone(), new IndicatorMetrics(registry));
  }

  @Bean
  @Singleton
  BindableService service(DSLContext db, Clock clock, PostgresOutbox outbox, Verdicts verdicts) {
    return GrpcServices.guarded(
        new IndicatorGrpcService(
            new PlanImport(db, clock, outbox, verdicts),
            new ObservationRecording(db, clock, outbox, verdicts),
            new TargetRevision(db, clock, outbox, verdicts),
            db,
            clock));
  }

  @Bean
  @Singleton
  OwnSchemes ownSchemes(@Property(name = "waymark.schemes", defaultValue = "") String folder) {
    return new OwnSchemes(folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder)));
  }

  @Bean
  @Singleton
  @Named("evaluation")
  BindableService evaluations(DSLContext db, Clock clock, OwnSchemes schemes) {
    return GrpcServices.guarded(
        new EvaluationGrpcService(
            new SnapshotFreezing(db, clock, schemes),
            new Snapshots(db),
            new SnapshotVerifier(db),
            schemes));
  }

  @Bean
  @Singleton
  @Named("figures")
  BindableService figureReporting(DSLContext db, Clock clock) {
    return GrpcServices.guarded(
        new FigureReportingGrpcService(new FigureDutyRows(db, clock.getZone()), clock));
  }

  @Bean
  @Context
  OwnRulebooks ownRulebooks(
      DSLContext db,
      Clock clock,
      Database database,
      @Property(name = "waymark.rulebooks", defaultValue = "") String folder) {
    Optional<Path> path = folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
    OwnRulebooks own = new OwnRulebooks(path, new RulebookStore(db), clock);
    database.whenReady(own::read);
    return own;
  }

  @Bean
  @Context
  RegistryEvents registryEvents(
      Consumers consumers,
      Clock clock,
      Verdicts verdicts,
      PrometheusRegistry registry,
      DSLContext db) {
    IndicatorMetrics.registerCounts(registry, db);
    RegistryEvents handler = new RegistryEvents(clock, verdicts);
    consumers.open("indicator", List.of(RegistryEvents.BUREAUS, RegistryEvents.PROJECTS), handler);
    return handler;
  }

  @Bean(preDestroy = "close")
  @Context
  Rejudger rejudger(DSLContext db, Clock clock, Verdicts verdicts, Database database) {
    Rejudger rejudger = new Rejudger(db, clock, verdicts);
    database.whenReady(rejudger::start);
    return rejudger;
  }
}
