/** The rules of the domain, each with the test that holds the worker to it. */
@NullMarked
package com.nowinfinity.xpm.worker.domain;

import org.jspecify.annotations.NullMarked;
