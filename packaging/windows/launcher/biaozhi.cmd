@echo off
rem biaozhi [register.bzr] opens the window, biaozhi command ... is the command line (docs/cli.md).
setlocal
if "%~1"=="" goto window
if /i "%~x1"==".bzr" if "%~2"=="" goto window
set BIAOZHI_COMMAND=biaozhi
"%~dp0BiaozhiApp.exe" --disable-gpu --log-level=3 -- %*
exit /b %errorlevel%
:window
start "" "%~dp0BiaozhiApp.exe" %1
