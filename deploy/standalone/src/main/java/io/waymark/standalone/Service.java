package io.waymark.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program of ours, run as a process of its own.
 *
 * @param name for example registry
 * @param kind service or gateway
 * @param classPath its own jar first
 * @param heapMib the most that its heap may take
 * @param environment settings beyond the launcher's own environment
 * @param readiness answers 200 when it is ready, else says why not
 * @param ports by their use: grpc, management, http
 */
record Service(
    String name,
    String kind,
    String mainClass,
    List<Path> classPath,
    int heapMib,
    Map<String, String> environment,
    URI readiness,
    Map<String, Integer> ports) {}
