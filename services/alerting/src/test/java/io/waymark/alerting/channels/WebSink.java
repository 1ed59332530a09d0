package io.waymark.alerting.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server that keeps what it is told and answers as it is bidden. */
public final class WebSink implements AutoCloseable {
  /** What was told. */
  public record Told(String path, Map<String, List<String>> headers, String body) {
    /** The first value of a header; empty if there is none. */
    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  /** What it answers; a negative status keeps silent until it is closed. */
  public record Bidding(int status, String body, Map<String, String> headers) {
    /** A plain answer. */
    public static Bidding of(int status, String body) {
      return new Bidding(status, body, Map.of());
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private volatile Bidding bidding = Bidding.of(200, "{}");

  /** Starts on a free port. */
  public WebSink() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The address of a path. */
  public String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** From now on this is answered. */
  public void bid(int status, String body) {
    bidding = Bidding.of(status, body);
  }

  /** From now on this is answered. */
  public void bid(Bidding what) {
    bidding = what;
  }

  /** What was told, oldest first. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    told.add(
        new Told(
            exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body));
    Bidding what = bidding;
    if (what.status() < 0) {
      return;
    }
    what.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] answer = what.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(what.status(), answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
