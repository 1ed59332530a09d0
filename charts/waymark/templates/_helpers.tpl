{{/* The name before every resource. */}}
{{- define "waymark.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* Labels that a selector may use; takes a dict of root and component. */}}
{{- define "waymark.selector" -}}
app.kubernetes.io/name: waymark
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* All labels; takes a dict of root and component. */}}
{{- define "waymark.labels" -}}
{{ include "waymark.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: waymark
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "waymark.serviceAccount" -}}
{{- default (include "waymark.fullname" .) .Values.serviceAccount.name -}}
{{- end -}}

{{/*
What differs between the four parts, by component: replicas, ports, probes and where metrics are. One Deployment
template ranges over it.
*/}}
{{- define "waymark.components" -}}
{{- range $name, $service := .Values.services }}
{{ $name }}:
  replicas: {{ $service.replicas }}
  ports:
    grpc: {{ $service.grpcPort }}
    management: {{ $service.managementPort }}
  observed: {port: management, live: /health/live, ready: /health/ready, metrics: /metrics}
  database: {{ index $.Values.database.names $name }}
  javaOptions: {{ $service.javaOptions | quote }}
  resources: {{ toJson $service.resources }}
  env: {{ toJson $service.env }}
{{- end }}
gateway:
  replicas: {{ .Values.gateway.replicas }}
  ports:
    http: {{ .Values.gateway.httpPort }}
    grpc: {{ .Values.gateway.grpcPort }}
  observed: {port: http, live: /actuator/health/liveness, ready: /actuator/health/readiness, metrics: /metrics}
  javaOptions: {{ .Values.gateway.javaOptions | quote }}
  resources: {{ toJson .Values.gateway.resources }}
  env: {{ toJson .Values.gateway.env }}
{{- end -}}

{{/* One environment variable from a Secret; takes a dict of name, secret and key. */}}
{{- define "waymark.secretVariable" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef: {name: {{ .secret }}, key: {{ .key }}}
{{- end -}}
