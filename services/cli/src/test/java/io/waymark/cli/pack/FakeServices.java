package io.waymark.cli.pack;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.grpc.BindableService;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.waymark.proto.type.v1.ImportCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Registry and indicator service in memory, with what makes them safe to call twice: stored replies
 * by key, counts by content.
 */
public final class FakeServices implements AutoCloseable {
  static final Context.Key<String> CALLER = Context.key("caller");
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> CHANNEL =
      Metadata.Key.of("x-waymark-channel", Metadata.ASCII_STRING_MARSHALLER);

  private final FakeRegistry registry;
  private final FakeIndicator indicator;
  private final FakeCalendars calendars = new FakeCalendars();
  private final List<String> callers = new CopyOnWriteArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile int awayEvery;
  private final Server server;
  private final ManagedChannel transport;

  /** Starts them; the clock gives recorded times. */
  public FakeServices(Supplier<Instant> clock) {
    registry = new FakeRegistry(clock);
    indicator = new FakeIndicator(clock);
    String name = UUID.randomUUID().toString();
    try {
      server =
          InProcessServerBuilder.forName(name)
              .intercept(new Callers())
              .addService(registry)
              .addService(indicator)
              .addService(calendars.new OfReports())
              .addService(calendars.new OfFigures())
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    transport = InProcessChannelBuilder.forName(name).build();
  }

  /** The registry. */
  public FakeRegistry registry() {
    return registry;
  }

  /** The indicator service. */
  public FakeIndicator indicator() {
    return indicator;
  }

  /** All of them, for a server of one's own. */
  public List<BindableService> all() {
    return List.of(registry, indicator, calendars.new OfReports(), calendars.new OfFigures());
  }

  /** A door whose tokens name bureau and roles in clear. */
  public Door door(String channelName) {
    return new Door(
        transport,
        (bureau, roles) -> bureau + "/" + String.join("+", roles.stream().sorted().toList()),
        channelName);
  }

  /** Who called: channel, bureau and roles of each call. */
  public List<String> callers() {
    return callers;
  }

  /** From now on every so many calls are met by UNAVAILABLE. */
  public void awayEvery(int calls) {
    awayEvery = calls;
  }

  @Override
  public void close() {
    transport.shutdownNow();
    server.shutdownNow();
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  /** Stores items by id and counts what was new, differed or was the same. */
  static <T extends Message> ImportCounts store(
      Map<String, T> stored, List<T> items, Function<T, String> id) {
    ImportCounts.Builder counts = ImportCounts.newBuilder();
    for (T item : items) {
      T before = stored.put(id.apply(item), item);
      if (before == null) {
        counts.setCreated(counts.getCreated() + 1);
      } else if (before.equals(item)) {
        counts.setUnchanged(counts.getUnchanged() + 1);
      } else {
        counts.setChanged(counts.getChanged() + 1);
      }
    }
    return counts.build();
  }

  /** Replies by idempotency key; a key with another body is a fault of the caller. */
  static final class Replies<Q extends Message, R extends Message> {
    private final Map<String, Q> requests = new HashMap<>();
    private final Map<String, R> replies = new HashMap<>();

    synchronized R once(String key, Q request, Supplier<R> fresh) {
      Q before = requests.putIfAbsent(key, request);
      if (before != null && !before.equals(request)) {
        throw new IllegalArgumentException("key reused with another body: " + key);
      }
      return replies.computeIfAbsent(key, k -> fresh.get());
    }

    synchronized int size() {
      return replies.size();
    }
  }

  private final class Callers implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
      String caller = headers.get(CHANNEL) + " " + headers.get(AUTHORIZATION);
      callers.add(caller);
      if (awayEvery > 0 && calls.incrementAndGet() % awayEvery == 0) {
        call.close(Status.UNAVAILABLE.withDescription("away"), new Metadata());
        return new ServerCall.Listener<>() {};
      }
      return Contexts.interceptCall(
          Context.current().withValue(CALLER, caller), call, headers, next);
    }
  }
}
