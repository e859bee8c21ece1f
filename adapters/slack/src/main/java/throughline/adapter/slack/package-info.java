/** Speaks and listens in Slack, over HTTP and in Socket Mode. The only package that knows Slack's SDK. */
@NullMarked
package throughline.adapter.slack;

import org.jspecify.annotations.NullMarked;
