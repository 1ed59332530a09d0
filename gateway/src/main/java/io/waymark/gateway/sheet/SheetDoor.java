package io.waymark.gateway.sheet;

import com.google.gson.JsonObject;
import io.grpc.StatusRuntimeException;
import io.waymark.gateway.grpc.Upstreams;
import io.waymark.gateway.rest.Problem;
import io.waymark.gateway.rest.ProblemWriter;
import io.waymark.gateway.rest.StatusProblems;
import io.waymark.sheets.Limits;
import io.waymark.sheets.SheetException;
import io.waymark.sheets.SheetFile;
import io.waymark.sheets.SheetWords;
import io.waymark.sheets.filing.Landing;
import io.waymark.sheets.form.Batch;
import io.waymark.sheets.form.CellFault;
import io.waymark.sheets.form.CorrectedCopy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.HttpRequestHandler;

/**
 * {@code GET /sheets/reports/template} gives a bureau's form, {@code POST /sheets/reports} takes it
 * filled in: with {@code dry_run=true} nothing is sent. {@code figures} instead of {@code reports}
 * speaks of indicators. Answers of a POST are lines of JSON: progress, then the result. Nothing is
 * kept here; the copy with the faulty rows is part of the result.
 */
public final class SheetDoor implements HttpRequestHandler {
  private static final long MOST_BYTES = 10L * 1024 * 1024;
  private static final Limits LIMITS =
      new Limits(MOST_BYTES, 128L * 1024 * 1024, 100, 20_100, 256, 32_767);
  private static final int AT_ONCE = 2;
  private static final long PROGRESS_MILLIS = 200;
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Upstreams upstreams;
  private final Duration deadline;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /** Speaks to the services with each caller's own token. */
  public SheetDoor(Upstreams upstreams, Duration deadline) {
    this.upstreams = upstreams;
    this.deadline = deadline;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    try {
      Optional<Problem> problem = serve(request, response);
      if (problem.isPresent()) {
        ProblemWriter.write(problem.get(), request, response);
      }
    } catch (StatusRuntimeException e) {
      ProblemWriter.write(StatusProblems.of(e, "registry"), request, response);
    } catch (SheetException e) {
      String said = words(request).say(e.reason());
      ProblemWriter.write(Problem.of(400, "SHEET_UNREADABLE", said), request, response);
    }
  }

  private Optional<Problem> serve(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String authorization = request.getHeader("Authorization");
    if (authorization == null) {
      return problem(401, "UNAUTHENTICATED", words(request).get("door.token"));
    }
    String[] path = request.getRequestURI().split("/", -1);
    boolean known = path.length > 2 && (path[2].equals("reports") || path[2].equals("figures"));
    boolean template = path.length == 4 && path[3].equals("template");
    if (!known || (path.length != 3 && !template)) {
      return problem(404, "NO_SUCH_ROUTE", words(request).get("door.nothing"));
    }
    String verb = template ? "GET" : "POST";
    if (!request.getMethod().equals(verb)) {
      response.setHeader("Allow", verb);
      return problem(
          405, "METHOD_NOT_ALLOWED", words(request).get("door.verb", request.getMethod(), verb));
    }
    String plan = Optional.ofNullable(request.getParameter("plan")).orElse("");
    Kind<?> kind = Kind.of(path[2], Bearer.of(authorization), plan, upstreams, deadline);
    return template ? template(kind, path[2], request, response) : upload(kind, request, response);
  }

  private static Optional<Problem> template(
      Kind<?> kind, String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    if (kind.template(words(request), workbook) == 0) {
      return problem(404, "NOTHING_LED", words(request).get("door.noneLed"));
    }
    response.setContentType(WORKBOOK);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
    response.setContentLength(workbook.size());
    workbook.writeTo(response.getOutputStream());
    return Optional.empty();
  }

  private Optional<Problem> upload(
      Kind<?> kind, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!places.tryAcquire()) {
      return problem(503, "BUSY", words(request).get("door.busy"));
    }
    Path file = Files.createTempFile("waymark-upload-", ".part");
    try {
      if (!store(request, file)) {
        String said = words(request).get("door.large", MOST_BYTES >> 20);
        return problem(413, "TOO_LARGE", said);
      }
      take(kind, file, request, response);
      return Optional.empty();
    } finally {
      Files.deleteIfExists(file);
      places.release();
    }
  }

  private static boolean store(HttpServletRequest request, Path file) throws IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      return false;
    }
    try (InputStream in = request.getInputStream();
        OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[64 * 1024];
      long size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > MOST_BYTES) {
          return false;
        }
        out.write(buffer, 0, n);
      }
      return true;
    }
  }

  private <R> void take(
      Kind<R> kind, Path path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SheetWords words = words(request);
    Batch<R> batch;
    SheetFile.Format format;
    try (SheetFile file = SheetFile.open(path, LIMITS)) {
      format = file.format();
      batch = kind.read(file);
    }
    boolean dry = "true".equals(request.getParameter("dry_run"));
    response.setContentType("application/x-ndjson;charset=utf-8");
    Answers answers = new Answers(words);
    if (dry || batch.isHopeless()) {
      result(response, answers.of(batch, kind, batch.faults(), 0, false));
      return;
    }
    Landing landing = batch.items().isEmpty() ? Landing.NONE : send(kind, batch, response);
    List<CellFault> faults = new ArrayList<>(batch.faults());
    faults.addAll(landing.faults());
    JsonObject answer = answers.of(batch, kind, faults, landing.count(), true);
    if (!faults.isEmpty()) {
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      CorrectedCopy.write(path, LIMITS, faults, words, copy);
      String name = Optional.ofNullable(request.getParameter("name")).orElse("report");
      Answers.addCopy(answer, CorrectedCopy.nameFor(name, format), copy.toByteArray());
    }
    result(response, answer);
  }

  /** Sends in another thread and tells from this one how far it is. */
  private static <R> Landing send(Kind<R> kind, Batch<R> batch, HttpServletResponse response)
      throws IOException {
    AtomicInteger done = new AtomicInteger();
    Landing.Listener counting =
        new Landing.Listener() {
          @Override
          public void landed(Batch.Item<?> item, String id) {
            // counted below
          }

          @Override
          public void at(int count, int all) {
            done.set(count);
          }
        };
    CompletableFuture<Landing> sending = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("sheet-upload")
        .start(() -> {
          try {
            sending.complete(kind.send(batch.items(), counting));
          } catch (RuntimeException e) {
            sending.completeExceptionally(e);
          }
        });
    while (true) {
      try {
        return sending.get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        line(response, Answers.progress(done.get(), batch.items().size()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while rows were sent", e);
      } catch (ExecutionException e) {
        throw new IOException("rows could not be sent", e.getCause());
      }
    }
  }

  private static void result(HttpServletResponse response, JsonObject answer) throws IOException {
    JsonObject result = new JsonObject();
    result.add("result", answer);
    line(response, result);
  }

  private static void line(HttpServletResponse response, JsonObject line) throws IOException {
    response.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }

  private static SheetWords words(HttpServletRequest request) {
    return SheetWords.in(
        Optional.ofNullable(request.getParameter("lang"))
            .orElse(request.getLocale().getLanguage()));
  }

  private static Optional<Problem> problem(int status, String reason, String detail) {
    return Optional.of(Problem.of(status, reason, detail));
  }
}
