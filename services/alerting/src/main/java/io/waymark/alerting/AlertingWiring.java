package io.waymark.alerting;

import io.grpc.BindableService;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.alerting.channels.ChannelSenders;
import io.waymark.alerting.channels.Channels;
import io.waymark.alerting.domain.AlertArchive;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.AlertingMetrics;
import io.waymark.alerting.domain.Counter;
import io.waymark.alerting.domain.LetterWriter;
import io.waymark.alerting.domain.Retention;
import io.waymark.alerting.domain.Rules;
import io.waymark.alerting.grpc.AlertingGrpcService;
import io.waymark.alerting.grpc.NotificationGrpcService;
import io.waymark.alerting.kafka.AlertingBatchHandler;
import io.waymark.alerting.ladders.RulesReader;
import io.waymark.alerting.mail.BounceDoor;
import io.waymark.alerting.mail.LinkDoor;
import io.waymark.alerting.mail.LinkSigner;
import io.waymark.alerting.mail.MailServerHealth;
import io.waymark.alerting.mail.Mailer;
import io.waymark.alerting.mail.Messages;
import io.waymark.alerting.mail.TemplateHealth;
import io.waymark.alerting.mail.TemplateLetterWriter;
import io.waymark.alerting.metrics.PrometheusAlertingMetrics;
import io.waymark.alerting.metrics.Stock;
import io.waymark.alerting.postgres.MailBell;
import io.waymark.alerting.postgres.PostgresAlertArchive;
import io.waymark.alerting.postgres.PostgresAlertStore;
import io.waymark.alerting.postgres.PostgresBounceLedger;
import io.waymark.alerting.postgres.PostgresChannelQueue;
import io.waymark.alerting.postgres.PostgresCounter;
import io.waymark.alerting.postgres.PostgresLinkLedger;
import io.waymark.alerting.postgres.PostgresMailQueue;
import io.waymark.alerting.postgres.PostgresNotificationLog;
import io.waymark.alerting.postgres.PostgresPreviews;
import io.waymark.calendar.WorkingCalendar;
import io.waymark.chassis.database.Database;
import io.waymark.chassis.grpc.GrpcServices;
import io.waymark.chassis.kafka.Consumers;
import io.waymark.outbox.PostgresOutbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/** Wires the service. */
@Factory
final class AlertingWiring {
  @Bean
  @Singleton
  LinkSigner signer(DSLContext db) {
    return new LinkSigner(Kept.of(() -> PostgresLinkLedger.keys(db)));
  }

  @Bean
  @Singleton
  TemplateLetterWriter writer(MailSettings settings, LinkSigner signer, Clock clock) {
    return new TemplateLetterWriter(
        settings.boardUrl(),
        clock.getZone(),
        WorkingCalendar.shipped(),
        settings.idDomain(),
        signer,
        settings.templates());
  }

  @Bean
  @Singleton
  BindableService notifications(
      DSLContext db,
      PostgresOutbox outbox,
      AlertDesk desk,
      LinkSigner signer,
      TemplateLetterWriter writer,
      AlertingMetrics metrics,
      MailSettings settings,
      MailServerHealth health,
      Channels channels,
      Clock clock) {
    LinkDoor links = new LinkDoor(signer, new PostgresLinkLedger(db, outbox, desk, clock), clock);
    BounceDoor bounces = new BounceDoor(new PostgresBounceLedger(db), metrics, clock);
    return GrpcServices.guarded(
        new NotificationGrpcService(
            links,
            writer,
            new Messages(settings.smtp().from()),
            new PostgresNotificationLog(db),
            bounces,
            new ChannelList(settings.smtp(), health, channels)));
  }

  @Bean
  @Singleton
  TemplateHealth templateHealth(TemplateLetterWriter writer) {
    return new TemplateHealth(writer);
  }

  @Bean
  @Singleton
  Rules rules(
      Clock clock,
      @Property(name = "waymark.ladders", defaultValue = "") String ladders,
      @Property(name = "waymark.calendar", defaultValue = "") String calendar) {
    return RulesReader.read(ladders, calendar, clock.getZone());
  }

  @Bean
  @Singleton
  Channels channels(MailSettings settings) {
    return Channels.load(settings.channels(), settings.boardUrl());
  }

  @Bean(preDestroy = "close")
  @Context
  ChannelSenders channelSenders(
      Channels channels, DSLContext db, AlertingMetrics metrics, Clock clock, Database database) {
    ChannelSenders senders =
        new ChannelSenders(channels, new PostgresChannelQueue(db), metrics, clock);
    database.whenReady(senders::start);
    return senders;
  }

  @Bean
  @Singleton
  AlertDesk desk(LetterWriter writer, Channels channels, Rules rules, Clock clock) {
    return new AlertDesk(writer, channels, rules, clock, InstantSource.system());
  }

  @Bean
  @Singleton
  Counter counter(DSLContext db, PostgresOutbox outbox, AlertDesk desk) {
    return new PostgresCounter(db, outbox, desk);
  }

  @Bean(preDestroy = "close")
  @Context
  Ticker ticker(
      Counter counter,
      DSLContext db,
      Clock clock,
      @Property(name = "waymark.notifications.keep-days", defaultValue = "" + Retention.USUAL_DAYS)
          int keepDays,
      Database database) {
    Housekeeping housekeeping =
        new Housekeeping(
            new PostgresNotificationLog(db),
            new Retention(keepDays),
            clock,
            InstantSource.system());
    Ticker ticker = new Ticker(counter, housekeeping);
    database.whenReady(ticker::start);
    return ticker;
  }

  @Bean
  @Singleton
  AlertArchive archive(DSLContext db) {
    return new PostgresAlertArchive(db);
  }

  @Bean
  @Singleton
  AlertingMetrics metrics(PrometheusRegistry registry, AlertArchive archive) {
    Stock.register(registry, archive);
    return new PrometheusAlertingMetrics(registry);
  }

  @Bean
  @Singleton
  BindableService service(
      AlertArchive archive, DSLContext db, Counter counter, AlertDesk desk, Clock clock) {
    return GrpcServices.guarded(
        new AlertingGrpcService(archive, counter, new PostgresPreviews(db, desk), clock));
  }

  /**
   * One consumer of all topics: a batch that carries a bureau and a judgement tells the bureau at
   * once.
   */
  @Bean
  @Context
  AlertingBatchHandler handler(Consumers consumers, AlertDesk desk, PostgresOutbox outbox) {
    AlertingBatchHandler handler =
        new AlertingBatchHandler(desk, tx -> new PostgresAlertStore(tx, outbox));
    consumers.open("alerting", AlertingBatchHandler.TOPICS, handler);
    return handler;
  }

  @Bean
  @Singleton
  MailServerHealth mailServerHealth() {
    return new MailServerHealth();
  }

  @Bean(preDestroy = "close")
  @Context
  Mailer mailer(
      DSLContext db,
      MailSettings settings,
      MailServerHealth health,
      AlertingMetrics metrics,
      Clock clock,
      Database database) {
    Mailer mailer = Mailer.smtp(new PostgresMailQueue(db), settings.smtp(), health, metrics, clock);
    database.whenReady(mailer::start);
    return mailer;
  }

  @Bean(preDestroy = "close")
  @Context
  MailBell bell(
      DataSource pool, Mailer mailer, ChannelSenders channels, Ticker ticker, Database database) {
    MailBell bell =
        new MailBell(
            pool,
            () -> {
              mailer.wake();
              channels.wake();
              ticker.wake();
            });
    database.whenReady(bell::start);
    return bell;
  }
}
