/// The server's settings: those of Debian as far as they say who may do what, but on a port of its own.
func cupsConfiguration(folder: String, port: Int) -> String {
  """
  Listen 127.0.0.1:\(port)
  Browsing Off
  DefaultAuthType Basic
  WebInterface No
  LogLevel warn
  JobRetryInterval 1
  DirtyCleanInterval 0
  <Location />
    Order allow,deny
    Allow 127.0.0.1
  </Location>
  <Policy default>
    JobPrivateAccess default
    JobPrivateValues default
    SubscriptionPrivateAccess default
    SubscriptionPrivateValues default
    <Limit Create-Job Print-Job Print-URI Validate-Job>
      Order deny,allow
    </Limit>
    <Limit Send-Document Send-URI Hold-Job Release-Job Cancel-Job>
      Require user @OWNER @SYSTEM
      Order deny,allow
    </Limit>
    <Limit All>
      Order deny,allow
    </Limit>
  </Policy>

  """
}

/// Where the server keeps its files: nothing outside `folder`.
func cupsFiles(folder: String) -> String {
  """
  ServerRoot \(folder)/root
  RequestRoot \(folder)/spool
  StateDir \(folder)/state
  CacheDir \(folder)/cache
  TempDir \(folder)/tmp
  AccessLog \(folder)/log/access
  ErrorLog \(folder)/log/error
  PageLog \(folder)/log/page

  """
}

/// What the printer does with a document: keeps it, and what it was told.
func keepScript(folder: String) -> String {
  """
  #!/bin/bash
  cd \(folder)/got
  n=$(ls *.pdf 2>/dev/null | wc -l)
  cp "$1" $n.pdf
  env | grep ^IPP_ >$n.new
  mv $n.new $n.env

  """
}

func busConfiguration(address: String) -> String {
  """
  <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
   "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
  <busconfig>
    <type>system</type>
    <listen>\(address)</listen>
    <auth>EXTERNAL</auth>
    <policy context="default">
      <allow user="*"/>
      <allow own="*"/>
      <allow send_type="method_call"/>
      <allow send_requested_reply="true" send_type="method_return"/>
      <allow send_requested_reply="true" send_type="error"/>
      <allow receive_type="method_call"/>
      <allow receive_type="method_return"/>
      <allow receive_type="error"/>
      <allow receive_type="signal"/>
    </policy>
  </busconfig>

  """
}

/// A relay that breaks one connection: `port` `target` `operation` `when`, the last a number of bytes of the body, or `end`.
///
/// The first request of the IPP operation is passed on up to there, then both sides are closed; where the whole body was
/// passed on, the server's answer is awaited first and thrown away. A fifth word ends the relay there; else all that
/// follows passes. Written in Python, which the
/// tools of the repository need anyway.
let relayScript = """
  import os, socket, sys, threading, time
  port, target, operation, when = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
  state = {"armed": True}
  def close(*sockets):
      for s in sockets:
          try: s.shutdown(socket.SHUT_RDWR)
          except OSError: pass
          s.close()
  def answers(server, client, muted):
      try:
          while data := server.recv(65536):
              if not muted: client.sendall(data)
      except OSError: pass
      close(client, server)
  def serve(client):
      server = socket.create_connection(("127.0.0.1", target))
      muted = []
      thread = threading.Thread(target=answers, args=(server, client, muted), daemon=True)
      buffer = b""
      try:
          thread.start()
          while True:
              while b"\\r\\n\\r\\n" not in buffer:
                  data = client.recv(65536)
                  if not data: return
                  buffer += data
              head, buffer = buffer.split(b"\\r\\n\\r\\n", 1)
              server.sendall(head + b"\\r\\n\\r\\n")
              length = 0
              for line in head.split(b"\\r\\n"):
                  if line.lower().startswith(b"content-length:"): length = int(line.split(b":")[1])
              sent, first = 0, b""
              while sent < length:
                  if not buffer:
                      buffer = client.recv(65536)
                      if not buffer: return
                  piece, buffer = buffer[:length - sent], buffer[length - sent:]
                  first = (first + piece)[:8]
                  hit = state["armed"] and len(first) >= 4 and int.from_bytes(first[2:4], "big") == operation
                  limit = length if when == "end" else int(when)
                  if hit and sent + len(piece) >= limit:
                      state["armed"] = False
                      if when == "end":
                          muted.append(True)
                          server.sendall(piece)
                          time.sleep(0.3)
                      else:
                          server.sendall(piece[:limit - sent])
                      if len(sys.argv) > 5: os._exit(0)
                      close(client, server)
                      return
                  server.sendall(piece)
                  sent += len(piece)
      except OSError: pass
      finally: close(client, server)
  listener = socket.create_server(("127.0.0.1", port))
  while True:
      client, _ = listener.accept()
      threading.Thread(target=serve, args=(client,), daemon=True).start()

  """
