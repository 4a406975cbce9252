"use client";

import { useEffect } from "react";
import { forgetPages } from "../../entry/kept-pages";

/** On every page where people sign in: who signed out leaves no entry page behind on the device. */
export function ForgetPages() {
  useEffect(() => {
    void forgetPages();
  }, []);
  return null;
}
