package io.waymark.alerting.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings requests and fetches answers: never to another place than the one that was named, not
 * longer than patience lasts, and not more of an answer than anyone needs. What it says of a
 * failure never holds the address, whose path or query may be a key.
 */
final class HttpCourier implements AutoCloseable {
  private static final int MOST_BYTES = 64 * 1024;

  private final Duration patience;
  private final HttpClient client;
  private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Creates a courier.
   *
   * @param patience how long a whole answer is waited for
   */
  HttpCourier(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * What came back.
   *
   * @param failure why nothing did; empty if something did
   */
  record Reply(int status, String body, String failure) {}

  Reply bring(HttpRequest request) throws InterruptedException {
    Future<Reply> reply = waiting.submit(() -> send(request));
    try {
      return reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      reply.cancel(true);
      return failed("no answer within " + patience.toSeconds() + " s");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return failed(cause == null ? "no answer" : reason(cause));
    }
  }

  private Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      return new Reply(response.statusCode(), new String(body.readNBytes(MOST_BYTES), UTF_8), "");
    }
  }

  /** The kind of failure, and the words of its deepest cause. */
  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  private static Reply failed(String why) {
    return new Reply(0, "", why);
  }

  @Override
  public void close() {
    waiting.shutdownNow();
    client.shutdownNow();
  }
}
